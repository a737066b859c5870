# A decorator that npc does not know says nothing about a function without types.
# warning[untyped-functions]: `page`
def f(x: int):
    return x


@app.route("/")
def page(request):
    return request
