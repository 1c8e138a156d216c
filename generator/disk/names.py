"""What files of ours are called that stand in every output."""

BUILD = "build.json"  # which of its files are ours; see record
