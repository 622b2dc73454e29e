"""Organisations that rely on proofs.

Councils, landlords and advice bodies check a proof by a share code, on a page or by their own system.
"""
