"""Health assessments

Who was referred to the assessment provider, and which referrals are open.
"""
