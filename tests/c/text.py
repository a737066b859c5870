def greet(name: str, times: int) -> str:
    if times < 0:
        raise ValueError(f"{times} times {name!r}")
    print("greeting", name)
    print(times, end="")
    return f"Hello, {name}! " * times
