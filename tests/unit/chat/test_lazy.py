import subprocess
import sys


def test_a_server_without_a_model_loads_no_langchain():
    """Not even langchain_core's chat models or the OpenAI client."""
    code = (
        "import sys, app.wiring\n"
        "heavy = {'langchain', 'langchain_openai', 'openai', 'xllamacpp'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603

    assert printed.strip() == "[]"
