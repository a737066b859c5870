# Coroutines are not compiled.
async def f(x: int):  # error[unsupported]: `async`
    return x
