"""The built-in checks, rules and renderers: one feature per file, through the same hooks as plug-ins.

They import nothing of sendframe but `sendframe.plugins`, as plug-ins do.
"""
