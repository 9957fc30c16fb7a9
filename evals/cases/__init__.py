"""Cases: folders in the golden layout, loaded, checked and walked by teacher forcing."""
