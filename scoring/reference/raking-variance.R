# Which of R's two standard errors for raked weights is nearer to the truth? Samples with very unequal weights are
# drawn again and again from a synthetic population; printed are the spread of the estimates, the mean standard
# errors of rake and of calibrate(calfun = "raking"), and how often their 95 % intervals held the truth.
#   Rscript raking-variance.R
# 300 respondents:   spread 0.482  rake 0.564  calibrate 0.439  held 0.960 0.918
# 3,000 respondents: spread 0.147  rake 0.180  calibrate 0.144  held 0.977 0.963
suppressMessages(library(survey))
try.out <- function(N, n, times) {
  set.seed(5)
  a <- sample(1:4, N, TRUE)
  b <- ifelse(runif(N) < 0.3 + 0.1 * a, 1, 2)
  x <- exp(rnorm(N, 0, 0.7))
  y <- 10 * a + 8 * b + 6 * x * (b == 2) + rnorm(N, 0, 5)
  size <- x * (1 + (a == 2))
  p <- n * size / sum(size)
  people <- data.frame(a = factor(a), b = factor(b), y, w = 1 / p)
  A <- as.data.frame(table(a = people$a))
  B <- as.data.frame(table(b = people$b))
  totals <- c(`(Intercept)` = N, a2 = A$Freq[2], a3 = A$Freq[3], a4 = A$Freq[4], b2 = B$Freq[2])
  found <- t(replicate(times, {
    design <- svydesign(~1, weights = ~w, data = people[runif(N) < p, ])
    raked <- svymean(~y, rake(design, list(~a, ~b), list(A, B), list(maxit = 50, epsilon = 1e-6)))
    calibrated <- svymean(~y, calibrate(design, ~a + b, totals, calfun = "raking"))
    c(coef(raked), SE(raked), SE(calibrated))
  }))
  held <- function(se) mean(abs(found[, 1] - mean(y)) < 1.96 * se)
  cat(n, "respondents: spread", sd(found[, 1]), "rake", sqrt(mean(found[, 2]^2)), "calibrate", sqrt(mean(found[, 3]^2)),
    "held", held(found[, 2]), held(found[, 3]), "\n")
}
try.out(20000, 300, 500)
try.out(1e5, 3000, 300)
