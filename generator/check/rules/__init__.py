"""The rules that warn. Each has a code, which `checks:` in site.yaml and `accept:` on an entry name."""
