# Reliability of scales as R 4.2's psych, stats::factanal and survey give it, on R's attitude data and on
# synthetic ordinal answers with missing values and unequal weights. Run in this folder:
#   Rscript reliability.R > reliability.json
suppressMessages({library(psych); library(survey)})
set.seed(20261122)

omega.of <- function(r, n) {
  fit <- factanal(covmat = r, factors = 1, n.obs = n, rotation = "none", control = list(opt = list(factr = 1, pgtol = 0, maxit = 10000)))
  l <- fit$loadings[, 1]
  list(omega = sum(l)^2 / (sum(l)^2 + sum(fit$uniquenesses)), loadings = unname(abs(l)), uniquenesses = unname(fit$uniquenesses))
}
scale.of <- function(x) {
  a <- suppressWarnings(psych::alpha(x, warnings = FALSE))
  c(list(
    n = nrow(x), alpha = a$total$raw_alpha, standardizedAlpha = a$total$std.alpha, meanInterItem = a$total$average_r,
    interval = c(a$feldt$lower.ci[[1]], a$feldt$upper.ci[[1]]),
    itemRest = a$item.stats$r.drop, alphaIfDropped = a$alpha.drop$raw_alpha,
    means = unname(colMeans(x)), standardDeviations = unname(apply(x, 2, sd))
  ), omega.of(cor(x), nrow(x)))
}
weighted.of <- function(x, w) {
  C <- cov.wt(x, wt = w, method = "unbiased")$cov
  k <- ncol(x)
  a <- suppressWarnings(psych::alpha(C, warnings = FALSE))
  d <- svydesign(id = ~1, weights = w, data = x)
  n <- sum(w)^2 / sum(w^2)
  alpha <- a$total$raw_alpha
  c(list(
    n = nrow(x), effectiveBase = n, alpha = alpha, standardizedAlpha = a$total$std.alpha, meanInterItem = a$total$average_r,
    surveyAlpha = as.vector(svycralpha(as.formula(paste("~", paste(names(x), collapse = "+"))), d)),
    interval = c(1 - (1 - alpha) * qf(0.975, n - 1, (n - 1) * (k - 1)), 1 - (1 - alpha) * qf(0.025, n - 1, (n - 1) * (k - 1))),
    itemRest = a$item.stats$r.drop, alphaIfDropped = a$alpha.drop$raw_alpha,
    means = unname(cov.wt(x, wt = w)$center), standardDeviations = unname(sqrt(diag(C)))
  ), omega.of(cov2cor(C), n))
}

# Synthetic answers from 1 to 4: one ability behind five items; the fifth runs the other way.
n <- 240
ability <- rnorm(n)
item <- function(loading) cut(loading * ability + rnorm(n), c(-Inf, -0.8, 0.1, 0.9, Inf), labels = FALSE)
answers <- data.frame(a = item(1.4), b = item(1), c = item(0.8), d = item(0.6), e = 5 - item(0.3))
for (name in names(answers)) answers[[name]][runif(n) < 0.04] <- NA
weight <- round(runif(n, 0.5, 4), 3)
complete <- complete.cases(answers)
kept <- answers[complete, ]
k4 <- kept[c("a", "b", "c", "d")]
w <- weight[complete]
share <- function(x, v, wt) sum(wt[x == v]) / sum(wt)

# A Heywood case: the first item would need a uniqueness below zero.
heywood <- matrix(0.5, 4, 4); heywood[1, ] <- heywood[, 1] <- 0.72; diag(heywood) <- 1

result <- list(
  heywood = c(list(correlation = heywood), omega.of(heywood, 100)),
  attitude = c(list(data = as.list(attitude)), scale.of(attitude), list(twoItems = scale.of(attitude[, 1:3])$alpha)),
  synthetic = list(
    data = as.list(answers), weight = weight,
    five = scale.of(kept), fiveWeighted = weighted.of(kept, w), four = scale.of(k4), fourWeighted = weighted.of(k4, w),
    missingShare = unname(colMeans(is.na(answers))),
    weightedMissingShare = unname(sapply(answers, function(x) sum(weight[is.na(x)]) / sum(weight))),
    floor = unname(sapply(kept, function(x) mean(x == 1))), ceiling = unname(sapply(kept, function(x) mean(x == 4))),
    weightedFloor = unname(sapply(kept, share, 1, w)), weightedCeiling = unname(sapply(kept, share, 4, w))
  )
)
cat(jsonlite::toJSON(result, digits = I(17), na = "null", auto_unbox = TRUE), "\n", sep = "")
