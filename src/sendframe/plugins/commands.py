"""What commands of plug-ins need: figures and documents, read and written."""

from sendframe.documents import figure_files, load_documents, write_all
from sendframe.figures import figures_of

__all__ = ["figure_files", "figures_of", "load_documents", "write_all"]
