# Clients of a frame by segment and stage, as R's survey 4.1.1 computes them after postStratify to the
# branches' known numbers of clients. Run in this folder:
#   Rscript sizing.R > sizing.json
# The data are invented: four strata with unequal numbers of centres, centres that serve two branches,
# unequal weights, missing segments and conditions.
suppressMessages({ library(survey); library(jsonlite) })
set.seed(20261123)

psus <- c(6, 4, 9, 5)
frame.psus <- c(14, 9, 60, 11)
branches <- c("east", "hill", "lake", "north", "port")
segments <- c("Nascent", "Experimenter", "Emerger", "Enabled")
clients <- c(east = 4120, hill = 1833, lake = 760, north = 2950, port = 9411)
d <- do.call(rbind, lapply(1:4, function(h) do.call(rbind, lapply(1:psus[h], function(i) {
  n <- sample(6:14, 1)
  effect <- rnorm(1, 0, .7)
  home <- sample(branches, 2)
  data.frame(stratum = h, psu = h * 100 + i, fpc = frame.psus[h],
    weight = round(frame.psus[h] / psus[h] * runif(n, 2, 14), 3),
    branch = sample(home, n, TRUE, prob = c(3, 1)),
    segment = sample(segments, n, TRUE, prob = exp(c(1.2 - effect, 1, .6 + effect / 2, effect))),
    eligible = sample(0:1, n, TRUE, prob = c(2, 3 + h / 2)),
    reachable = rbinom(n, 1, plogis(-.2 + effect)))
}))))
n <- nrow(d)
d$segment[sample(n, 11)] <- NA
d$eligible[sample(n, 7)] <- NA
d <- d[sample(n), ]
rownames(d) <- NULL
means <- c(Nascent = .05, Experimenter = .1, Emerger = .35, Enabled = .6)

num <- function(x) { x <- as.numeric(x); ifelse(is.finite(x), x, NA) }

size <- function(design) {
  known <- subset(design, !is.na(segment) & !is.na(eligible))
  post <- postStratify(known, ~branch, data.frame(branch = names(clients), Freq = as.numeric(clients)))
  groups <- list()
  for (place in c("all", branches)) {
    within <- if (place == "all") post else subset(post, branch == place)
    df <- degf(if (place == "all") known else subset(known, branch == place))
    for (stage in c("clients", "eligible", "reachable")) for (one in c("all", segments)) {
      if (stage == "clients" && one == "all") next
      within <- update(within, is = (one == "all" | segment == one) &
        (stage == "clients" | eligible == 1) & (stage != "reachable" | reachable == 1))
      within <- update(within, is = as.numeric(is))
      total <- svytotal(~is, within)
      share <- num(coef(svymean(~is, within)))
      ci <- if (share > 0 && share < 1) num(attr(svyciprop(~is, within, method = "xlogit", df = df), "ci")) else c(NA, NA)
      N <- if (place == "all") sum(clients) else clients[[place]]
      groups[[length(groups) + 1]] <- list(branch = place, segment = one, stage = stage, df = df,
        count = num(coef(total)), standardError = num(SE(total)), interval = ci * N)
    }
  }
  # Likely clients with adoption fixed at its mean: the sampling part of the variance.
  post <- update(post, likely = ifelse(eligible == 1 & reachable == 1, means[segment], 0))
  likely <- svytotal(~likely, post)
  for (place in branches) post$variables[[place]] <- ifelse(post$variables$branch == place, post$variables$likely, 0)
  by <- svytotal(as.formula(paste("~", paste(branches, collapse = "+"))), post)
  list(groups = groups, likely = list(count = num(coef(likely)), standardError = num(SE(likely))),
    likelyByBranch = list(count = num(coef(by)), covariance = matrix(num(vcov(by)), length(branches))))
}

options(survey.lonely.psu = "adjust")
full <- svydesign(id = ~psu, strata = ~stratum, fpc = ~fpc, weights = ~weight, data = d)
weights <- svydesign(id = ~1, weights = ~weight, data = d)
clustered <- svydesign(id = ~psu, weights = ~weight, data = d)
cat(toJSON(list(
  source = paste("R", getRversion(), "survey", packageVersion("survey")),
  frame = list(branches = branches, clients = as.numeric(clients)), segments = segments, means = as.numeric(means),
  data = as.list(d),
  designs = list(full = size(full), weights = size(weights), clustered = size(clustered))),
  digits = I(17), auto_unbox = TRUE, na = "null"))
