# Reference numbers for the statistics, on synthesised data. Run in this folder:
#   Rscript make-reference.R > reference.json
# Needs R >= 4.2 and the package survey (Debian: r-base-core r-cran-survey).
suppressPackageStartupMessages(library(survey))
options(digits = 17)
number <- function(x) sprintf("%.17g", x)
list_of <- function(x) paste0("[", paste(number(x), collapse = ","), "]")
field <- function(name, value) sprintf("\"%s\": %s", name, value)
object <- function(...) paste0("{", paste(c(...), collapse = ",\n "), "}")

set.seed(20240607)
case <- function(name, n, rows, columns, weights, sparse = FALSE) {
  row <- sample(rows, n, TRUE)
  column <- ifelse(runif(n) < 0.15, row %% columns + 1, sample(columns, n, TRUE))
  if (sparse) column[row == 1 & column == columns] <- 1
  frame <- data.frame(row = row, column = column, weight = weights(n))
  design <- svydesign(ids = ~1, weights = ~weight, data = frame)
  test <- svychisq(~row + column, design, statistic = "F")
  plain <- suppressWarnings(chisq.test(table(frame$row, frame$column), correct = FALSE))
  object(field("name", paste0("\"", name, "\"")),
    field("row", list_of(row - 1)), field("column", list_of(column - 1)), field("weight", list_of(frame$weight)),
    field("rowCount", rows), field("columnCount", columns),
    field("f", number(test$statistic)), field("df1", number(test$parameter[1])),
    field("df2", number(test$parameter[2])), field("pF", number(test$p.value)),
    field("chi", number(plain$statistic)), field("df", number(plain$parameter)), field("pChi", number(plain$p.value)),
    field("residuals", list_of(as.vector(t(plain$stdres)))))
}
cases <- c(
  case("uneven weights, 3 by 4", 200, 3, 4, function(n) rlnorm(n, 0, 0.6)),
  case("equal weights, 2 by 2", 60, 2, 2, function(n) rep(2, n)),
  case("an empty cell, 4 by 3", 150, 4, 3, function(n) runif(n, 0.2, 3), sparse = TRUE),
  case("six by five", 400, 6, 5, function(n) rgamma(n, 2)))
tails <- expand.grid(x = c(0.01, 0.5, 1, 3.84, 10, 45, 161.13, 700), df = c(1, 2, 4, 9, 60))
f_tails <- expand.grid(x = c(0.05, 0.9, 2, 8, 16.72, 60), df1 = c(1, 1.8381238078, 7.5), df2 = c(5, 20.9, 365.79, 99999, 155998966))
cat(object(
  field("source", sprintf("\"R %s, survey %s\"", getRversion(), packageVersion("survey"))),
  field("cases", paste0("[", paste(cases, collapse = ",\n"), "]")),
  field("chiSquaredTails", paste0("[", paste(sprintf("[%s,%s,%s]", number(tails$x), number(tails$df),
    number(pchisq(tails$x, tails$df, lower.tail = FALSE))), collapse = ","), "]")),
  field("fTails", paste0("[", paste(sprintf("[%s,%s,%s,%s]", number(f_tails$x), number(f_tails$df1), number(f_tails$df2),
    number(pf(f_tails$x, f_tails$df1, f_tails$df2, lower.tail = FALSE))), collapse = ","), "]"))), "\n")
