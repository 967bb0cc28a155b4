"""Two packages merged into one with tracked changes, and the proof that it resolves to both"""
