"""Every word that a person reads in Discord, one module an area of commands; pure, and of no other part's making.

A sentence that never changes is a constant. One that holds a name or a number is a function, so that another
language can order and inflect it as it must: nothing is put together from halves elsewhere. What a function is given is
shown as it comes: escaping and shortening are the render layer's, as are the marks that Discord's markdown wants, but
for those inside a sentence. Another language is a second package with the same names.
"""
