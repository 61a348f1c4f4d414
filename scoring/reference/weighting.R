# Design weights, post-stratification, raking, trimming and the variance of calibrated estimates, as R 4.2's
# survey 4.1 computes them, on synthetic data with strata, clusters, finite populations, unequal weights and
# missing values. Run in this folder:
#   Rscript weighting.R > weighting.json
suppressMessages(library(survey))
set.seed(20261122)

# Synthetic sample: 4 strata, 6 clusters in each, unequal weights; `loan` is missing for some.
strata <- rep(1:4, each = 6)
psu <- 1:24
size <- sample(8:20, 24, TRUE)
d <- data.frame(psu = rep(psu, size), stratum = rep(strata, size))
n <- nrow(d)
d$fpc <- c(20, 30, 24, 45)[d$stratum]
d$weight <- round(d$fpc / 6 * runif(n, 4, 16), 3)
d$sex <- ifelse(runif(n) < 0.4 + 0.05 * d$stratum, "woman", "man")
d$age <- sample(c("young", "middle", "old"), n, TRUE, c(0.3, 0.5, 0.2))
d$place <- ifelse(runif(n) < ifelse(d$age == "old", 0.7, 0.4), "rural", "town")
effect <- rnorm(24, 0, 4)[d$psu]
d$score <- round(50 + effect + 6 * (d$sex == "man") - 5 * (d$place == "rural") + 3 * (d$age == "young") + rnorm(n, 0, 10), 2)
d$loan <- ifelse(runif(n) < 0.12, NA, round(exp(rnorm(n, 5 + 0.02 * d$score, 0.6)), 1))

N <- 8000
sex <- data.frame(sex = c("man", "woman"), Freq = c(3700, 4300))
age <- data.frame(age = c("middle", "old", "young"), Freq = c(4100, 1500, 2400))
place <- data.frame(place = c("rural", "town"), Freq = c(4500, 3500))
joint <- expand.grid(sex = c("man", "woman"), age = c("middle", "old", "young"))
joint$Freq <- c(1900, 2200, 640, 860, 1160, 1240)
tight <- list(epsilon = 1e-13, maxit = 2000)

figures <- function(formula, design, na.rm = FALSE, of = svymean) {
  e <- of(formula, design, na.rm = na.rm)
  list(estimate = unname(coef(e)), standardError = unname(as.vector(SE(e))))
}
all.figures <- function(design) list(
  weights = unname(weights(design)),
  score = figures(~score, design),
  scoreTotal = figures(~score, design, of = svytotal),
  loan = figures(~loan, design, na.rm = TRUE),
  loanTotal = figures(~loan, design, na.rm = TRUE, of = svytotal),
  place = figures(~place, design),
  placeTotal = figures(~place, design, of = svytotal),
  degreesOfFreedom = degf(design),
  effectiveBase = sum(weights(design))^2 / sum(weights(design)^2),
  designEffect = n * sum(weights(design)^2) / sum(weights(design))^2
)
full <- svydesign(id = ~psu, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d)
plain <- svydesign(id = ~1, weights = ~weight, data = d)
equal <- svydesign(id = ~psu, strata = ~stratum, weights = rep(1, n), data = d)

one.margin <- postStratify(full, ~sex, sex)
two.joint <- postStratify(full, ~sex + age, joint)
raked <- rake(full, list(~sex, ~age, ~place), list(sex, age, place), tight)
raked.joint <- rake(full, list(~sex + age, ~place), list(joint, place), tight)
raked.plain <- rake(plain, list(~sex, ~age, ~place), list(sex, age, place), tight)
raked.equal <- rake(equal, list(~sex, ~age), list(sex, age), tight)
# The same weights; residuals of the regression that is weighted by the weights before raking.
totals <- c(`(Intercept)` = N, sexwoman = 4300, ageold = 1500, ageyoung = 2400, placetown = 3500)
calibrated <- calibrate(full, ~sex + age + place, totals, calfun = "raking", epsilon = 1e-13, maxit = 200)

# Trimmed once, strictly; then trimmed and raked in turns until both hold.
trimmed <- trimWeights(raked, lower = 0.5 * N / n, upper = 1.6 * N / n, strict = TRUE)
rake.and.trim <- function(lower, upper) {
  design <- raked
  rounds <- 0
  while (any(weights(design) < lower * (1 - 1e-10) | weights(design) > upper * (1 + 1e-10))) {
    cut <- trimWeights(design, lower = lower, upper = upper, strict = TRUE)
    d$cut <- weights(cut)
    fresh <- svydesign(id = ~psu, strata = ~stratum, fpc = ~fpc, weights = ~cut, data = d)
    design <- rake(fresh, list(~sex, ~age, ~place), list(sex, age, place), tight)
    rounds <- rounds + 1
  }
  list(design = design, rounds = rounds)
}
both <- rake.and.trim(0.5 * N / n, 1.6 * N / n)

# Weights from a frame: clients per stratum over respondents in it.
frame <- data.frame(stratum = 1:4, clients = c(1800, 2500, 1200, 2500))
d$clients <- frame$clients[match(d$stratum, frame$stratum)]
design.weights <- frame$clients[d$stratum] / as.vector(table(d$stratum))[d$stratum]
from.frame <- svydesign(id = ~1, strata = ~stratum, fpc = ~clients, data = d)

# METHODS: apiclus1, as shipped with survey.
data(api)
clus <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
types <- data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018))
wide <- data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))
clus.ps <- postStratify(clus, ~stype, types)
clus.rake <- rake(clus, list(~stype, ~sch.wide), list(types, wide), tight)
clus.rake.default <- rake(clus, list(~stype, ~sch.wide), list(types, wide))

intervals <- function(design) list(
  score = as.vector(confint(svymean(~score, design), df = degf(design))),
  score90 = as.vector(confint(svymean(~score, design), df = degf(design), level = 0.9)),
  rural = as.vector(attr(svyciprop(~I(place == "rural"), design, method = "logit"), "ci"))
)

result <- list(
  intervals = intervals(one.margin),
  data = as.list(d[c("psu", "stratum", "fpc", "weight", "sex", "age", "place", "score", "loan")]),
  before = all.figures(full),
  postStratified = all.figures(one.margin),
  postStratifiedJointly = all.figures(two.joint),
  raked = all.figures(raked),
  rakedJointly = all.figures(raked.joint),
  rakedWithoutDesign = all.figures(raked.plain),
  rakedFromEqualWeights = all.figures(raked.equal),
  calibrated = all.figures(calibrated),
  trimmedOnce = unname(weights(trimmed)),
  trimmedAndRaked = c(all.figures(both$design), list(rounds = both$rounds)),
  frame = list(
    weights = design.weights, rWeights = unname(weights(from.frame)),
    score = figures(~score, from.frame), scoreTotal = figures(~score, from.frame, of = svytotal)
  ),
  apiclus1 = list(
    data = as.list(apiclus1[c("dnum", "pw", "fpc", "stype", "sch.wide", "api00")]),
    postStratified = figures(~api00, clus.ps), raked = figures(~api00, clus.rake),
    rakedByDefault = figures(~api00, clus.rake.default)
  )
)
cat(jsonlite::toJSON(result, digits = I(17), na = "null", auto_unbox = TRUE), "\n", sep = "")
