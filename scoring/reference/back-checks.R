# Reference figures of psych and survey for back-checks.
#   Rscript scoring/reference/back-checks.R > scoring/reference/back-checks.json
# Made-up interviews of one enumerator, each asked again; 0 is an answer that is missing.
suppressMessages({ library(jsonlite); library(psych); library(survey) })
set.seed(11)
n <- 36
sizes <- c(2, 2, 4, 5)
careless <- rbeta(n, 1, 4)
side <- lapply(sizes, function(k) sample(seq_len(k), n, TRUE, prob = rev(seq_len(k))))
again <- Map(function(first, k) ifelse(runif(n) < careless, sample(seq_len(k), n, TRUE), first), side, sizes)
lost <- lapply(sizes, function(k) runif(n) < 0.06)
first <- Map(function(x, gone) ifelse(gone, 0, x), side, lost)
second <- Map(function(x) ifelse(runif(n) < 0.04, 0, x), again)

table_of <- function(item, rows) {
  both <- rows[first[[item]][rows] > 0 & second[[item]][rows] > 0]
  levels <- seq_len(sizes[item])
  unclass(table(factor(first[[item]][both], levels), factor(second[[item]][both], levels)))
}
kappas <- lapply(seq_along(sizes), function(item) {
  found <- suppressWarnings(cohen.kappa(table_of(item, seq_len(n))))
  list(kappa = found$kappa, weightedKappa = found$weighted.kappa, standardError = sqrt(found$var.kappa))
})
pooled <- function(rows) {
  parts <- sapply(seq_along(sizes), function(item) {
    shares <- prop.table(table_of(item, rows))
    c(sum(diag(shares)), sum(rowSums(shares) * colSums(shares)))
  })
  (mean(parts[1, ]) - mean(parts[2, ])) / (1 - mean(parts[2, ]))
}
leave_out <- sapply(seq_len(n), function(one) pooled(setdiff(seq_len(n), one)))

long <- do.call(rbind, lapply(seq_along(sizes), function(item)
  data.frame(interview = seq_len(n), first = first[[item]], second = second[[item]])))
long <- long[long$first > 0 | long$second > 0, ]
long$agree <- as.numeric(long$first == long$second)
design <- svydesign(ids = ~interview, weights = ~1, data = long)
share <- svyciprop(~agree, design, method = "logit", df = degf(design))

cat(toJSON(list(
  source = paste("R", getRversion(), "psych", packageVersion("psych"), "survey", packageVersion("survey")),
  sizes = sizes, first = first, second = second, kappas = kappas,
  pooled = list(value = pooled(seq_len(n)), standardError = sqrt((n - 1) / n * sum((leave_out - mean(leave_out))^2))),
  share = list(agreement = as.numeric(coef(share)), interval = as.numeric(confint(share)))
), digits = NA, auto_unbox = TRUE), "\n")
