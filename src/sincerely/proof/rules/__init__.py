"""The rules: a folder for each way, a file for each rule.

The folders are scanned; a file that begins with _ holds what several share.
"""
