# Reference figures of cluster::clusGap and fpc::clusterboot, and of survey for a weighted kappa.
#   Rscript scoring/reference/cluster.R > scoring/reference/cluster-resampling.json
# Both draw at random: tests compare within a tolerance that follows from the draws.
# The data are those of cluster.py, read from cluster.json beside this script.
suppressMessages({ library(jsonlite); library(cluster); library(fpc); library(survey) })
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE)))
cases <- fromJSON(file.path(here, "cluster.json"), simplifyVector = FALSE)$cases
matrix_of <- function(case) do.call(rbind, lapply(case$values, unlist))

gap <- lapply(cases[c(1, 3)], function(case) {
  set.seed(1)
  g <- clusGap(matrix_of(case), kmeans, K.max = 6, B = 500, nstart = 20, d.power = 1, spaceH0 = "scaledPCA", verbose = FALSE)
  list(name = case$name, logW = g$Tab[, "logW"], expected = g$Tab[, "E.logW"], gap = g$Tab[, "gap"],
       standardError = g$Tab[, "SE.sim"], chosen = maxSE(g$Tab[, "gap"], g$Tab[, "SE.sim"], "Tibs2001SEmax"))
})

stability <- lapply(list(list(1, 4), list(3, 3), list(3, 5)), function(ask) {
  case <- cases[[ask[[1]]]]
  set.seed(1)
  capture.output(b <- clusterboot(matrix_of(case), B = 400, bootmethod = "boot", clustermethod = kmeansCBI,
                                  krange = ask[[2]], runs = 20, seed = 1, count = FALSE))
  list(name = case$name, k = ask[[2]], partition = b$partition, jaccard = b$bootmean)
})

# A weighted kappa's standard error by linearisation: survey::svykappa.
set.seed(7)
a <- sample(1:3, 160, TRUE)
b <- ifelse(runif(160) < 0.6, a, sample(1:3, 160, TRUE))
w <- round(rgamma(160, 2) + 0.2, 3)
design <- svydesign(ids = ~1, weights = ~w, data = data.frame(a = factor(a), b = factor(b), w = w))
k <- svykappa(~ a + b, design)

cat(toJSON(list(
  source = paste("R", getRversion(), "cluster", packageVersion("cluster"), "fpc", packageVersion("fpc"), "survey", packageVersion("survey")),
  gap = gap, stability = stability,
  weightedKappa = list(a = a, b = b, w = w, kappa = as.numeric(coef(k)), standardError = as.numeric(SE(k)))
), digits = NA, auto_unbox = TRUE), "\n")
