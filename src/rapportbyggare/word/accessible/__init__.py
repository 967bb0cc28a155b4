"""What shuts people out of a Word file"""
