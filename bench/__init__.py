"""Benchmarks: what `make bench` prints. Ratios are taken inside one run, beside a peer that does the same."""
