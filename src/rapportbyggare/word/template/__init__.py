"""A region's own template: what it gives, and what it lacks"""
