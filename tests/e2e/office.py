"""LibreOffice and the tools that read what it prints."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Office:
    """LibreOffice with a profile of its own, so that no other process is in the way; what it saves lies in `folder`."""

    command: str
    folder: Path

    def convert(self, file: Path, kind: str) -> Path:
        """What it makes of a file when it saves it as `kind` ("docx", "odt", "pdf", "txt:Text")."""
        profile = f"-env:UserInstallation={(self.folder / 'profil').as_uri()}"
        out = self.folder / file.stem
        call = [self.command, profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(file)]
        subprocess.run(call, capture_output=True, check=True, timeout=180)
        return out / f"{file.stem}.{kind.partition(':')[0]}"


def pages(pdf: Path, pdftotext: str) -> list[str]:
    """The words of each page, laid out as printed, hard spaces as plain ones (not every version of the tool tells them apart)."""
    call = [pdftotext, "-layout", str(pdf), "-"]
    done = subprocess.run(call, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.replace("\u00a0", " ").removesuffix("\f").split("\f")
