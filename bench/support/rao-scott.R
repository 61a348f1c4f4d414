# Rao–Scott tests with R's survey: rao-scott.R FILE ROWS ROWS_OF_TABLE COLUMNS_OF_TABLE
# FILE holds uint16 rows, uint16 columns, float64 weights, int32 strata and int32 PSUs. Prints JSON: per
# design the milliseconds of svydesign and of svychisq, and what svychisq says.
suppressMessages(library(survey))
args <- commandArgs(TRUE)
size <- as.integer(args[2])
file <- file(args[1], "rb")
rows <- readBin(file, "integer", size, size = 2, signed = FALSE)
columns <- readBin(file, "integer", size, size = 2, signed = FALSE)
weights <- readBin(file, "double", size)
strata <- readBin(file, "integer", size)
psu <- readBin(file, "integer", size)
close(file)
data <- data.frame(r = factor(rows), c = factor(columns), w = weights, s = strata, p = psu)
number <- function(value) sprintf("%.17g", unname(value))
report <- function(make) {
  designSeconds <- system.time(design <- make())[["elapsed"]]
  testSeconds <- system.time(test <- svychisq(~ r + c, design, statistic = "F"))[["elapsed"]]
  sprintf(
    '{"designMs":%s,"testMs":%s,"figures":[%s]}',
    number(designSeconds * 1000), number(testSeconds * 1000),
    paste(number(c(test$statistic, test$parameter, test$p.value)), collapse = ",")
  )
}
weighted <- report(function() svydesign(id = ~1, weights = ~w, data = data))
invisible(gc())
complex <- report(function() svydesign(id = ~p, strata = ~s, weights = ~w, data = data))
cat(sprintf('{"weighted":%s,"complex":%s}', weighted, complex))
