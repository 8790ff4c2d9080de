"""Swedish and English texts: messages that carry their values, and translators that say them.

The core speaks in `Message` objects (an English text with named gaps, and the values for them) and
never chooses a language; the outermost layer holds a `Translator` and turns messages into text.
A personnummer among the values is masked when a message becomes text, whatever the language.
"""

from graphauth.i18n.messages import N_, Message, Text, message
from graphauth.i18n.translator import LANGUAGES, Translator, translator_for

__all__ = ["LANGUAGES", "N_", "Message", "Text", "Translator", "message", "translator_for"]
