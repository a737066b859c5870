# Unsupported await.
async def f(n: int):  # error[unsupported]: an `async` function is not supported
    return n
