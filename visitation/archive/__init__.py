"""The archive beside a big register: the few facts that monthly numbers are counted from, as Parquet, and the counting by DuckDB."""
