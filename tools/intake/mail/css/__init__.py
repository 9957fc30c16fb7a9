"""CSS as far as it says whether words in a mail are seen: no layout, no fonts, no images.

What is not understood says nothing. Time is linear in the CSS, whoever wrote it.
"""
