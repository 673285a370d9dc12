"""The built-in checks, rules, kinds of sections and renderers: one feature per file.

They use the same hooks as plug-ins, and import nothing of sendframe but `sendframe.plugins`.
"""
