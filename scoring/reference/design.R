# Estimates of synthetic survey designs, as R's survey 4.1.1 computes them. Run in this folder:
#   Rscript design.R > design.json
# The data are invented: six strata with unequal numbers of PSUs, unequal weights, missing values.
suppressMessages({ library(survey); library(jsonlite) })
set.seed(20261122)

strata <- 6
psus <- c(5, 4, 7, 3, 6, 9)
frame <- c(12, 9, 40, 6, 30, 22)
d <- do.call(rbind, lapply(1:strata, function(h) do.call(rbind, lapply(1:psus[h], function(i) {
  n <- sample(4:11, 1)
  effect <- rnorm(1, 0, 6)
  data.frame(stratum = h, psu = h * 100 + i, fpc = frame[h],
    weight = round(frame[h] / psus[h] * runif(n, 1, 6), 3),
    y = round(50 + 4 * h + effect + rnorm(n, 0, 12), 2),
    a = sample(c("low", "mid", "high"), n, TRUE, prob = c(3 + effect / 6 + 3, 4, 2 + h / 2)),
    b = sample(c("no", "yes"), n, TRUE, prob = c(3, 2 + h / 3)),
    region = sample(c("east", "north", "west"), n, TRUE, prob = c(4, 1 + h, 3)))
}))))
d$b[d$a == "high"] <- sample(c("no", "yes"), sum(d$a == "high"), TRUE, prob = c(1, 3))
d$a <- factor(d$a, levels = c("low", "mid", "high"))
d$b <- factor(d$b, levels = c("no", "yes"))
n <- nrow(d)
d$y[sample(n, 17)] <- NA
d$a[sample(n, 12)] <- NA
d$b[sample(n, 9)] <- NA
# A region that lies in one PSU, and one in single PSUs of two strata.
d$region[d$psu == 301] <- "island"
d$region[d$psu %in% c(602, 105)] <- "coast"
d <- d[sample(n), ]
rownames(d) <- NULL
rows <- table(d$stratum)
# For designs without PSUs: respondents of each stratum in the population, and as a share.
d$people <- as.numeric(rows[as.character(d$stratum)]) * c(3, 5, 8, 2, 4, 10)[d$stratum]
d$share <- as.numeric(rows[as.character(d$stratum)]) / d$people
d$own <- seq_len(n)

# qrule "math" of svyquantile, without its slip in survey 4.1: where the first value alone has more than
# the share, "math" gives the second.
smallest <- function(x, w, p) { at <- order(x); x[at][which(cumsum(w[at]) >= p * sum(w) * (1 - 1e-12))[1]] }

num <- function(x) { x <- as.numeric(x); ifelse(is.finite(x), x, NA) }

describe <- function(design) {
  of.y <- subset(design, !is.na(y))
  of.a <- subset(design, !is.na(a))
  mean.y <- svymean(~y, of.y, deff = TRUE)
  replace.y <- svymean(~y, of.y, deff = "replace")
  total.y <- svytotal(~y, of.y)
  df <- degf(of.y)
  quantiles <- svyquantile(~y, of.y, c(.1, .25, .5, .75, .9), qrule = smallest)$y
  stopifnot(all.equal(quantiles[3:4, ], svyquantile(~y, of.y, c(.5, .75), qrule = "math")$y))
  shares <- suppressWarnings(svymean(~a, of.a, deff = TRUE))
  totals <- svytotal(~a, of.a)
  interval <- function(method) lapply(levels(d$a), function(level) {
    of.a <<- update(of.a, is = as.numeric(a == level))
    num(attr(svyciprop(~is, of.a, method = method), "ci"))
  })
  logit <- interval("xlogit")
  beta <- interval("beta")
  chi <- svychisq(~a + b, design, statistic = "F")
  list(degreesOfFreedom = degf(design),
    y = list(n = nrow(of.y), mean = num(coef(mean.y)), se = num(SE(mean.y)), deff = num(deff(mean.y)),
      deffReplace = num(deff(replace.y)), df = df, ci = num(confint(mean.y, df = df)),
      total = num(coef(total.y)), totalSe = num(SE(total.y)),
      totalNormal = num(confint(total.y)), totalT = num(confint(total.y, df = df)),
      quantiles = unname(apply(quantiles, 1, num, simplify = FALSE))),
    a = list(n = nrow(of.a), df = degf(of.a), share = num(coef(shares)), se = num(SE(shares)), deff = num(deff(shares)),
      covariance = num(vcov(shares)), logit = logit, beta = beta, total = num(coef(totals)), totalSe = num(SE(totals)),
      totalCovariance = num(vcov(totals))),
    chi = list(f = num(chi$statistic), df1 = num(chi$parameter[1]), df2 = num(chi$parameter[2]), p = num(chi$p.value)))
}

small <- d[!(d$stratum == 4 & d$psu != 401) & !(d$stratum == 2 & d$psu != 203), ]
lonely <- function(rule, ...) { options(survey.lonely.psu = rule); out <- suppressWarnings(describe(svydesign(data = small, ...))); options(survey.lonely.psu = "fail"); out }
domain <- function(design, name) suppressWarnings(describe(subset(design, region == name)))

full <- svydesign(id = ~psu, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d)
clusters <- svydesign(id = ~psu, weights = ~weight, data = d)
people <- svydesign(id = ~1, strata = ~stratum, fpc = ~people, weights = ~weight, data = d)
lonelyDomain <- function(rule) { options(survey.lonely.psu = rule); out <- suppressWarnings(describe(subset(svydesign(id = ~psu, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = small), region %in% c("north")))); options(survey.lonely.psu = "fail"); out }

out <- list(
  `strata, PSUs, fpc, weights` = list(uses = c("stratum", "psu", "fpc", "weight"), is = describe(full)),
  `strata, PSUs, weights` = list(uses = c("stratum", "psu", "weight"), is = describe(svydesign(id = ~psu, strata = ~stratum, weights = ~weight, data = d))),
  `PSUs, weights` = list(uses = c("psu", "weight"), is = describe(clusters)),
  `PSUs only` = list(uses = "psu", is = suppressWarnings(describe(svydesign(id = ~psu, data = d)))),
  `strata, weights` = list(uses = c("stratum", "weight"), is = describe(svydesign(id = ~1, strata = ~stratum, weights = ~weight, data = d))),
  `strata, fpc of people, weights` = list(uses = c("stratum", "people", "weight"), is = describe(people)),
  `strata, fpc as a share, weights from it` = list(uses = c("stratum", "share"), is = describe(svydesign(id = ~1, strata = ~stratum, fpc = ~share, data = d))),
  `strata, PSUs, fpc, weights from it` = list(uses = c("stratum", "psu", "fpc"), is = describe(svydesign(id = ~psu, strata = ~stratum, fpc = ~fpc, data = d))),
  `weights only` = list(uses = "weight", is = describe(svydesign(id = ~1, weights = ~weight, data = d))),
  `nothing` = list(uses = character(0), is = suppressWarnings(describe(svydesign(id = ~1, data = d)))))
for (region in c("east", "north", "west")) {
  out[[paste("domain", region, "of the full design")]] <- list(uses = c("stratum", "psu", "fpc", "weight"), region = region, is = domain(full, region))
  out[[paste("domain", region, "of people in strata")]] <- list(uses = c("stratum", "people", "weight"), region = region, is = domain(people, region))
  out[[paste("domain", region, "of PSUs and weights")]] <- list(uses = c("psu", "weight"), region = region, is = domain(clusters, region))
}
for (rule in c("remove", "adjust", "average", "certainty")) {
  out[[paste("lonely PSUs, fpc:", rule)]] <- list(uses = c("stratum", "psu", "fpc", "weight"), lonely = rule, is = lonely(rule, id = ~psu, strata = ~stratum, fpc = ~fpc, weights = ~weight))
  out[[paste("lonely PSUs:", rule)]] <- list(uses = c("stratum", "psu", "weight"), lonely = rule, is = lonely(rule, id = ~psu, strata = ~stratum, weights = ~weight))
  out[[paste("lonely PSUs, domain north:", rule)]] <- list(uses = c("stratum", "psu", "fpc", "weight"), lonely = rule, region = "north", is = lonelyDomain(rule))
}
coast <- subset(full, region == "coast"); island <- subset(full, region == "island")
few <- list(coast = list(mean = num(coef(svymean(~y, coast, na.rm = TRUE))), se = num(SE(svymean(~y, coast, na.rm = TRUE))), df = degf(coast)),
  island = list(mean = num(coef(svymean(~y, island, na.rm = TRUE))), se = num(SE(svymean(~y, island, na.rm = TRUE))), df = degf(island),
    total = num(coef(svytotal(~y, island, na.rm = TRUE))), totalSe = num(SE(svytotal(~y, island, na.rm = TRUE)))))

cat(toJSON(list(data = c(as.list(d[c("stratum", "psu", "fpc", "people", "share", "weight", "y", "region")]),
    list(a = as.integer(d$a) - 1L, b = as.integer(d$b) - 1L)),
  lonelyStrata = list("4" = 401, "2" = 203), cases = out, few = few),
  digits = NA, auto_unbox = TRUE, na = "null"), "\n")
