"""Assessments that did not take place: published points of health assessments."""
