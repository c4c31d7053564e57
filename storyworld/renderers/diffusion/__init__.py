"""Generated film: diffusion models behind the renderer's port."""
