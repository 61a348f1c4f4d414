# Experiments on synthetic people, as R computes them (stats, survey). Run in this folder:
#   Rscript experiments.R > experiments.json
suppressPackageStartupMessages({library(survey); library(jsonlite)})
options(digits = 17)
set.seed(20261123)
n <- 1200
segments <- c("s1", "s2", "s3", "s4"); arms <- c("control", "reminder", "story")
d <- data.frame(arm = sample(arms, n, TRUE, c(.36, .34, .30)), segment = sample(segments, n, TRUE, c(.1, .2, .3, .4)))
d$psu <- sample(1:40, n, TRUE); d$stratum <- ((d$psu - 1) %% 5) + 1
effect <- c(control = 0, reminder = .5, story = .9)[d$arm] * c(s1 = .2, s2 = 1, s3 = .6, s4 = 1.4)[d$segment]
lift <- rnorm(40, 0, .4)[d$psu]
d$y <- rbinom(n, 1, plogis(-1.4 + effect + lift)); d$y[sample(n, 30)] <- NA
d$amount <- round(exp(rnorm(n, 3 + .2 * effect, .8)), 2); d$amount[sample(n, 25)] <- NA
d$w <- round(exp(rnorm(n, 1, .6)), 4)
two <- function(y, arm, a) { y1 <- y[arm == a & !is.na(y)]; y0 <- y[arm == "control" & !is.na(y)]
  t <- prop.test(c(sum(y1), sum(y0)), c(length(y1), length(y0)), correct = FALSE); z <- qnorm(.975)
  p1 <- mean(y1); p0 <- mean(y0); rr <- p1 / p0; s <- sqrt((1 - p1) / (length(y1) * p1) + (1 - p0) / (length(y0) * p0))
  c(length(y1), p1, p1 - p0, t$conf.int, t$p.value, rr - 1, rr * exp(-z * s) - 1, rr * exp(z * s) - 1) }
shares <- t(sapply(arms[-1], function(a) two(d$y, d$arm, a)))
bySegment <- lapply(segments, function(s) { k <- d[d$segment == s, ]; t(sapply(arms[-1], function(a) two(k$y, k$arm, a))) })
means <- t(sapply(arms[-1], function(a) { t <- t.test(d$amount[d$arm == a], d$amount[d$arm == "control"])
  c(t$estimate[[1]], t$estimate[[1]] - t$estimate[[2]], t$stderr, t$conf.int, t$parameter[[1]], t$p.value) }))
lrt <- function(k) { a <- anova(glm(y ~ arm + segment, binomial, k, epsilon = 1e-14, maxit = 100), glm(y ~ arm * segment, binomial, k, epsilon = 1e-14, maxit = 100), test = "LRT")
  c(a$Deviance[2], a$Df[2], a$`Pr(>Chi)`[2]) }
f <- anova(lm(amount ~ arm + segment, d), lm(amount ~ arm * segment, d))
allP <- unlist(lapply(bySegment, function(m) m[, 6]))
des <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, data = d, nest = FALSE)
byDesign <- function(des, v) {
  k <- subset(des, !is.na(des$variables[[v]])); k <- update(k, v = k$variables[[v]])
  m <- svyby(~v, ~arm, k, svymean, covmat = TRUE)
  t(sapply(arms[-1], function(a) { g <- list(x = setNames(c(-1, 1), c("control", a))); c1 <- svycontrast(m, g)
    df <- degf(subset(k, arm %in% c("control", a))); est <- coef(c1)[[1]]; se <- SE(c1)[[1]]; h <- qt(.975, df) * se
    c(coef(m)[[a]], est, se, est - h, est + h, df, 2 * pt(abs(est / se), df, lower.tail = FALSE)) })) }
interactionByDesign <- function(des) { k <- subset(des, !is.na(y)); m <- svyby(~y, ~arm + segment, k, svymean, covmat = TRUE)
  e <- coef(m); V <- vcov(m); nm <- names(e); L <- NULL
  for (a in arms[-1]) for (s in segments[-1]) { v <- numeric(length(e)); names(v) <- nm
    v[paste0(a, ".", s)] <- 1; v[paste0("control.", s)] <- -1; v[paste0(a, ".s1")] <- -1; v[paste0("control.s1")] <- 1; L <- rbind(L, v) }
  x <- L %*% e; VV <- L %*% V %*% t(L); W <- as.numeric(t(x) %*% solve(VV) %*% x); q <- nrow(L); df <- degf(k)
  F <- W * (df - q + 1) / (q * df); c(F, q, df - q + 1, pf(F, q, df - q + 1, lower.tail = FALSE)) }
missing <- chisq.test(table(d$arm, is.na(d$y)), correct = FALSE)
gof <- lapply(list(list(c(5200, 4800), c(1, 1)), list(c(410, 390, 400), c(1, 1, 1)), list(c(520, 240, 250), c(2, 1, 1)), list(c(33, 61, 20, 9), c(1, 2, 1, 1))),
  function(g) { t <- chisq.test(g[[1]], p = g[[2]] / sum(g[[2]])); list(counts = g[[1]], planned = g[[2]], out = c(t$statistic[[1]], t$p.value)) })
grid <- expand.grid(baseline = c(.01, .1, .35, .8), effect = c(.02, .05, -.008), power = c(.8, .9), alpha = c(.05, .0125))
power <- lapply(seq_len(nrow(grid)), function(i) { g <- grid[i, ]; p2 <- g$baseline + g$effect
  find <- function(strict) power.prop.test(p1 = g$baseline, p2 = p2, power = g$power, sig.level = g$alpha, strict = strict, tol = 1e-13)$n
  at <- function(strict) power.prop.test(n = 700, p1 = g$baseline, p2 = p2, sig.level = g$alpha, strict = strict)$power
  list(baseline = g$baseline, target = p2, power = g$power, alpha = g$alpha, n = find(FALSE), strictN = find(TRUE), power700 = at(FALSE), strict700 = at(TRUE)) })
mde <- lapply(list(c(.1, 500), c(.1, 2000), c(.4, 150), c(.02, 800)), function(g)
  c(g, power.prop.test(n = g[2], p1 = g[1], power = .8, tol = 1e-14)$p2))
tGrid <- expand.grid(delta = c(.2, .5, 1.3), power = c(.8, .95), alpha = c(.05, .01))
tPower <- lapply(seq_len(nrow(tGrid)), function(i) { g <- tGrid[i, ]
  list(delta = g$delta, power = g$power, alpha = g$alpha, n = power.t.test(delta = g$delta, sd = 1.1, power = g$power, sig.level = g$alpha, tol = 1e-12)$n,
    power40 = power.t.test(n = 40, delta = g$delta, sd = 1.1, sig.level = g$alpha)$power) })
p <- list(c(.01, .02, .03, .04, .05), c(.2, .001, .04, .04, .9, .013), runif(9))
cells <- function(k) { k <- k[!is.na(k$y), ]; list(n = unclass(xtabs(~arm + segment, k)), sum = unclass(xtabs(y ~ arm + segment, k)), out = lrt(k)) }
more <- lapply(1:4, function(i) { k <- d[sample(n, 300), ]; cells(k) })
edge <- data.frame(arm = rep(c("control", "story"), each = 40), segment = rep(rep(c("s1", "s2"), each = 20), 2), y = c(rep(0, 20), rep(0:1, c(11, 9)), rep(0:1, c(14, 6)), rep(0:1, c(5, 15))))
out <- list(arms = arms, segments = segments,
  data = list(arm = d$arm, segment = d$segment, psu = d$psu, stratum = d$stratum, weight = d$w, y = d$y, amount = d$amount),
  shares = shares, holm = p.adjust(shares[, 6], "holm"), bh = p.adjust(shares[, 6], "BH"), bySegment = bySegment,
  segmentHolm = p.adjust(allP, "holm"), segmentBh = p.adjust(allP, "BH"), means = means,
  interaction = lrt(d), meanInteraction = c(f$F[2], f$Df[2], f$Res.Df[2], f$`Pr(>F)`[2]),
  design = byDesign(des, "y"), designMeans = byDesign(des, "amount"), designInteraction = interactionByDesign(des),
  missing = c(missing$statistic[[1]], missing$parameter[[1]], missing$p.value), gof = gof, power = power, mde = mde, tPower = tPower,
  adjust = lapply(p, function(x) list(p = x, holm = p.adjust(x, "holm"), bh = p.adjust(x, "BH"))), more = more, edge = cells(edge))
cat(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null", matrix = "rowmajor"))
