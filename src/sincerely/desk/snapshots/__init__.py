"""Rows made into what the engines take: a case for the planner, a letter for proof, a brief for the pen."""
