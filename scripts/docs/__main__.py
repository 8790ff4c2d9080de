"""Write the generated pages: ``python -m scripts.docs``."""

from scripts.docs import write

write()
