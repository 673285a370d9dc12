"""What Marlbeck adds to sendframe. Marlbeck is a fictional council: everything is made up.

A module for each kind of contribution, each found through an entry point of its own: copy those
you need. Nothing is imported here, so that asking for one imports no other.
"""
