"""Every metric of a worker, by name: the catalogue that dashboards and alarms are written against."""

from prometheus_client import Counter, Gauge, Histogram

SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)

RECORDS = Counter(
    "newsticker_records_total", "Input records by outcome, counted when committed.", ["service", "stage", "outcome"]
)
OUTPUTS = Counter("newsticker_outputs_total", "Records written, by logical topic.", ["service", "topic"])
DEAD_LETTERS = Counter("newsticker_dead_letters_total", "Dead letters by class.", ["service", "stage", "error_class"])
TRANSACTION_SECONDS = Histogram(
    "newsticker_transaction_seconds", "From begin to commit of one transaction.", ["service", "stage"], buckets=SECONDS
)
TRANSACTION_RECORDS = Histogram(
    "newsticker_transaction_records",
    "Input records of one transaction.",
    ["service", "stage"],
    buckets=(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000),
)
RESTORE_SECONDS = Histogram(
    "newsticker_restore_seconds",
    "From fence to open of one partition, its state included.",
    ["service", "stage"],
    buckets=(*SECONDS, 20.0, 60.0, 120.0),
)
STATE_ENTRIES = Gauge("newsticker_state_entries", "Entries of a store.", ["service", "store", "partition"])
LAG = Gauge("newsticker_lag_records", "Records between the next offset and the end.", ["service", "topic", "partition"])
OPEN_PARTITIONS = Gauge("newsticker_open_partitions", "Partitions assigned and restored.", ["service"])
