# Reads a CSV file and makes a weighted table with R's survey: table-file.R FILE ROWS COLUMNS WEIGHT
# Prints JSON: the sums of weights, row by row, and the largest memory of this process in MiB.
suppressMessages(library(survey))
args <- commandArgs(TRUE)
data <- read.csv(args[1])
design <- svydesign(id = ~1, weights = reformulate(args[4]), data = data)
table <- svytable(reformulate(args[2:3]), design)
status <- tryCatch(readLines("/proc/self/status"), error = function(e) character())
peak <- as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) / 1024
number <- function(value) sprintf("%.17g", value)
cat(sprintf(
  '{"sumWeights":[%s],"peakMiB":%s}',
  paste(number(t(table)), collapse = ","), if (length(peak) == 1) number(peak) else "null"
))
