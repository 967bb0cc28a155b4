"""What addresses and names of files look like, wherever they are taken letter by letter."""

ADDRESS = r"\b(?:https?://|mailto:|www\.)\S+|\b[\w.+-]{1,64}@[\w-]+(?:\.\w+)+"
FILE = r"(?<!\S)[\w./%-]{2,}\.(?:pdf|docx?|xlsx?|csv|txt|html?|md|pptx?|png|jpe?g|svg|toml|se|com|org|nu|eu)\b"
