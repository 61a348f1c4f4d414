# Tables of synthetic survey designs, as R's survey 4.1.1 computes them. Run in this folder:
#   Rscript crosstab.R > crosstab.json
# The data are invented: strata with unequal numbers of PSUs, unequal weights, missing answers, a
# question with several answers, a number with blanks.
suppressMessages({ library(survey); library(jsonlite) })
set.seed(31415)
psus <- c(6, 4, 8, 5); frame <- c(14, 9, 40, 20)
d <- do.call(rbind, lapply(1:4, function(h) do.call(rbind, lapply(1:psus[h], function(i) {
  n <- sample(7:16, 1); tilt <- rnorm(1, 0, .5)
  segment <- sample(1:4, n, TRUE, prob = exp(c(.6, .5 + tilt, .3 + h / 6, -.4 + h / 4)))
  data.frame(stratum = h, psu = h * 100 + i, fpc = frame[h], weight = round(frame[h] / psus[h] * runif(n, 1, 5), 3),
    segment = segment, branch = sample(1:3, n, TRUE, prob = c(4, 2 + h / 2, 3 + tilt)),
    call = rbinom(n, 1, .55 - .06 * h), visit = rbinom(n, 1, .35 + .08 * segment), app = rbinom(n, 1, .15 * segment),
    loan = round(exp(5 + .2 * segment + tilt / 2 + rnorm(n, 0, .5)), 1))
}))))
n <- nrow(d)
d$branch[d$segment == 4 & runif(n) < .3] <- 2
d$segment[sample(n, 11)] <- NA; d$branch[sample(n, 8)] <- NA; d$loan[sample(n, 14)] <- NA
d$several <- d$call + d$visit + d$app > 0
num <- function(x) { x <- unname(as.numeric(x)); ifelse(is.finite(x), x, NA) }
raoScott <- function(t) num(c(t$statistic, t$parameter, t$p.value))
pairs <- combn(3, 2)

cell <- function(design, b, s) {
  inside <- eval(bquote(subset(design, !is.na(branch) & !is.na(segment) & branch == .(b))))
  inside <- eval(bquote(update(inside, y = as.numeric(segment == .(s)))))
  m <- suppressWarnings(svymean(~y, inside, deff = TRUE))
  replace <- svymean(~y, inside, deff = "replace")
  ci <- function(method) num(suppressWarnings(tryCatch(attr(svyciprop(~y, inside, method = method), "ci"), error = function(e) c(NA, NA))))
  list(branch = b, segment = s, proportion = num(coef(m)), se = num(SE(m)), deff = num(deff(m)),
    deffReplace = num(deff(replace)), logit = ci("logit"), beta = ci("beta"))
}
table_of <- function(design) {
  inside <- subset(design, !is.na(branch) & !is.na(segment))
  cells <- do.call(c, lapply(1:4, function(s) lapply(1:3, function(b) cell(design, b, s))))
  # Differences of columns from one covariance matrix, tested as svyttest does.
  pairwise <- do.call(c, lapply(1:4, function(s) {
    one <- eval(bquote(update(inside, y = as.numeric(segment == .(s)))))
    by <- svyby(~y, ~branch, one, svymean, covmat = TRUE)
    lapply(1:3, function(k) {
      i <- pairs[1, k]; j <- pairs[2, k]
      weights <- c(0, 0, 0); weights[i] <- 1; weights[j] <- -1
      contrast <- svycontrast(by, weights)
      t <- svyttest(y ~ factor(branch), subset(one, branch %in% c(i, j)))
      list(segment = s, first = i, second = j, difference = num(coef(contrast)), se = num(SE(contrast)),
        t = -num(t$statistic), df = num(t$parameter), p = num(t$p.value))
    })
  }))
  loan <- lapply(1:3, function(b) {
    one <- subset(design, !is.na(branch) & branch == b & !is.na(loan))
    m <- suppressWarnings(svymean(~loan, one, deff = TRUE))
    list(branch = b, mean = num(coef(m)), se = num(SE(m)), deff = num(deff(m)), interval = num(confint(m, df = degf(one))))
  })
  loanPairs <- lapply(1:3, function(k) {
    i <- pairs[1, k]; j <- pairs[2, k]
    t <- svyttest(loan ~ factor(branch), subset(design, !is.na(loan) & !is.na(branch) & branch %in% c(i, j)))
    list(first = i, second = j, difference = -num(t$estimate), t = -num(t$statistic), df = num(t$parameter), p = num(t$p.value))
  })
  trend <- lapply(1:3, function(b) {
    one <- update(inside, y = as.numeric(branch == b))
    m <- svyglm(y ~ segment, one)
    row <- summary(m)$coefficients["segment", ]
    list(branch = b, slope = num(row[1]), se = num(row[2]), t = num(row[3]), p = num(row[4]), df = m$df.residual)
  })
  overall <- { m <- svyglm(branch ~ segment, inside); row <- summary(m)$coefficients["segment", ]
    list(slope = num(row[1]), se = num(row[2]), t = num(row[3]), p = num(row[4]), df = m$df.residual) }
  # Several answers as columns: people who use two channels are in both, which the covariance knows.
  used <- subset(design, !is.na(segment) & several)
  channels <- c("call", "visit", "app")
  overlap <- do.call(c, lapply(1:4, function(s) {
    one <- update(used, y = as.numeric(segment == s))
    ratio <- svyratio(~I(y * call) + I(y * visit) + I(y * app), ~call + visit + app, one, covmat = TRUE)
    at <- c(1, 5, 9) # numerator i over denominator i
    lapply(1:3, function(k) {
      i <- pairs[1, k]; j <- pairs[2, k]
      v <- vcov(ratio)[at, at]
      list(segment = s, first = i, second = j, shares = num(coef(ratio)[at][c(i, j)]),
        se = sqrt(v[i, i] + v[j, j] - 2 * v[i, j]),
        df = degf(subset(one, one$variables[[channels[i]]] + one$variables[[channels[j]]] > 0)) - 1)
    })
  }))
  # Several answers as rows: each a table of its own.
  byRow <- lapply(channels, function(x) {
    one <- update(design, y = ifelse(design$variables$several, design$variables[[x]], NA))
    raoScott(svychisq(~y + branch, one))
  })
  list(cells = cells, pairs = pairwise, raoScott = raoScott(svychisq(~segment + branch, design)), loan = loan,
    loanPairs = loanPairs, trend = trend, overall = overall, overlap = overlap, byRow = byRow)
}
designs <- list(
  full = table_of(svydesign(id = ~psu, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d)),
  clustered = table_of(svydesign(id = ~psu, weights = ~weight, data = d)),
  stratified = table_of(svydesign(id = ~1, strata = ~stratum, weights = ~weight, data = d)),
  weighted = table_of(svydesign(id = ~1, weights = ~weight, data = d)),
  plain = table_of(svydesign(id = ~1, weights = ~1, data = d)))

counts <- table(d$segment, d$branch)
base <- colSums(counts)
plain <- list(
  chisq = { t <- suppressWarnings(chisq.test(counts, correct = FALSE)); list(statistic = num(t$statistic), df = num(t$parameter), p = num(t$p.value), residuals = matrix(num(t$stdres), nrow = 4)) },
  proportions = do.call(c, lapply(1:4, function(s) {
    tests <- lapply(1:3, function(k) suppressWarnings(prop.test(counts[s, pairs[, k]], base[pairs[, k]], correct = FALSE)))
    p <- sapply(tests, function(t) t$p.value)
    lapply(1:3, function(k) list(segment = s, first = pairs[1, k], second = pairs[2, k], z2 = num(tests[[k]]$statistic), p = num(p[k]),
      bonferroni = p.adjust(p, "bonferroni")[k], holm = p.adjust(p, "holm")[k], bh = p.adjust(p, "BH")[k]))
  })),
  trend = lapply(1:3, function(b) { t <- prop.trend.test(counts[, b], rowSums(counts)); list(branch = b, statistic = num(t$statistic), p = num(t$p.value)) }),
  linear = { both <- !is.na(d$segment) & !is.na(d$branch); m2 <- (sum(both) - 1) * cor(d$segment[both], d$branch[both])^2; list(statistic = m2, p = pchisq(m2, 1, lower.tail = FALSE)) })
cat(toJSON(list(source = sprintf("R %s, survey %s", getRversion(), packageVersion("survey")),
  data = as.list(d[c("stratum", "psu", "fpc", "weight", "segment", "branch", "call", "visit", "app", "loan")]),
  designs = designs, plain = plain), digits = I(17), auto_unbox = TRUE, na = "null"), "\n")
