# What R computes on the public data of the survey package (apistrat, apiclus1). Give the folder that holds the files:
#   Rscript public-data.R FOLDER > public-data.json
# Needs R >= 4.2 and the packages survey and jsonlite (Debian: r-base-core r-cran-survey r-cran-jsonlite).
suppressPackageStartupMessages({library(survey); library(jsonlite)})
folder <- commandArgs(TRUE)[1]
strat <- read.csv(file.path(folder, "apistrat.csv"))
clus <- read.csv(file.path(folder, "apiclus1.csv"))
dstrat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat)
dweights <- svydesign(id = ~1, weights = ~pw, data = strat)
dclus <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = clus)
raoScott <- function(test) unname(c(test$statistic, test$parameter, test$p.value))
mean_of <- function(formula, design) {
  estimate <- svymean(formula, design, deff = TRUE)
  df <- degf(design)
  list(mean = unname(coef(estimate)), standardError = unname(as.numeric(SE(estimate))),
    designEffect = as.numeric(deff(estimate)), degreesOfFreedom = df,
    interval = as.numeric(confint(estimate, df = df)))
}
share <- function(design, value) {
  estimate <- svyciprop(as.formula(sprintf("~I(stype == '%s')", value)), design, method = "logit")
  beta <- svyciprop(as.formula(sprintf("~I(stype == '%s')", value)), design, method = "beta")
  list(proportion = as.numeric(coef(estimate)), logit = as.numeric(confint(estimate)), beta = as.numeric(confint(beta)))
}
strat$over700 <- as.numeric(strat$api00 > 700)
dstrat <- update(dstrat, over700 = as.numeric(api00 > 700))
total <- svytotal(~over700, dstrat)
cells <- do.call(rbind, lapply(c("E", "H", "M"), function(type) do.call(rbind, lapply(c("No", "Yes"), function(code) {
  inside <- subset(dclus, stype == type)
  inside <- update(inside, value = as.numeric(sch.wide == code))
  estimate <- svymean(~value, inside, deff = TRUE)
  interval <- tryCatch(as.numeric(confint(svyciprop(~value, inside, method = "logit"))), error = function(e) c(NA, NA))
  data.frame(row = code, column = type, proportion = unname(coef(estimate)), se = as.numeric(SE(estimate)),
    deff = as.numeric(deff(estimate)), low = interval[1], high = interval[2])
}))))
post <- postStratify(dclus, ~stype, data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018)))
raked <- rake(dclus, list(~stype, ~sch.wide), list(
  data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018)),
  data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))),
  control = list(maxit = 200, epsilon = 1e-12, verbose = FALSE))
cat(toJSON(list(
  source = sprintf("R %s, survey %s", getRversion(), packageVersion("survey")),
  clustered = raoScott(svychisq(~sch.wide + stype, dclus, statistic = "F")),
  weightsOnly = raoScott(svychisq(~sch.wide + stype, dweights, statistic = "F")),
  stratified = raoScott(svychisq(~sch.wide + stype, dstrat, statistic = "F")),
  meanStratified = mean_of(~api00, dstrat), meanClustered = mean_of(~api00, dclus),
  shareHigh = share(dclus, "H"),
  total = list(total = unname(coef(total)), standardError = as.numeric(SE(total)),
    interval = as.numeric(confint(total, df = degf(dstrat)))),
  columnCells = cells,
  effectiveBase = sum(strat$pw)^2 / sum(strat$pw^2),
  rakedWeights = unname(weights(raked)[1:10]), rakedMean = unname(c(coef(svymean(~api00, raked)), SE(svymean(~api00, raked)))),
  postStratifiedMean = unname(c(coef(svymean(~api00, post)), SE(svymean(~api00, post))))
), digits = NA, auto_unbox = TRUE, pretty = TRUE), "\n")
