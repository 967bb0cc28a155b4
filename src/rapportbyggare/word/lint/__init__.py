"""Our own examination of a finished package"""
