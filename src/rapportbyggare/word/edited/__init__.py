"""A draft that somebody has edited, read flat, with its anchors"""
