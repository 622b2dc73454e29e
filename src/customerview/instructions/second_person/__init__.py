"""Second person and corrections

What one person may not settle alone, and how something wrong is put right without rewriting what was recorded.
"""
