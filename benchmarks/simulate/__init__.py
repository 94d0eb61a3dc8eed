"""Whole job searches in one's head: random employers, an obedient person, and a checker that never saw the planner."""
