# Counts a weighted table with R's survey: table.R FILE ROWS ROWS_OF_TABLE COLUMNS_OF_TABLE
# FILE holds uint16 rows, uint16 columns and float64 weights. Prints JSON: seconds of each step, and the table.
suppressMessages(library(survey))
args <- commandArgs(TRUE)
size <- as.integer(args[2])
file <- file(args[1], "rb")
rows <- readBin(file, "integer", size, size = 2, signed = FALSE)
columns <- readBin(file, "integer", size, size = 2, signed = FALSE)
weights <- readBin(file, "double", size)
close(file)
data <- data.frame(
  r = factor(rows, levels = seq_len(as.integer(args[3])) - 1),
  c = factor(columns, levels = seq_len(as.integer(args[4])) - 1),
  w = weights
)
designSeconds <- system.time(design <- svydesign(id = ~1, weights = ~w, data = data))[["elapsed"]]
tableSeconds <- system.time(table <- svytable(~ r + c, design))[["elapsed"]]
number <- function(value) sprintf("%.17g", value)
cat(sprintf(
  '{"designMs":%s,"tableMs":%s,"sumWeights":[%s]}',
  number(designSeconds * 1000), number(tableSeconds * 1000), paste(number(t(table)), collapse = ",")
))
