"""Any Word file read as an edition of a report"""
