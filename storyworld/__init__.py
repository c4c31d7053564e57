"""StoryWorld: a reality compiler. A goal enters, a validated outcome leaves."""
