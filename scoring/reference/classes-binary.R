# Latent classes of complete yes/no answers by e1071::lca (plain EM, many starts). Synthetic
# answers of 400 and of 1,500 people, and the carcinoma ratings (Landis & Koch 1977, as in Agresti 2002,
# table 13.1: 118 slides, 7 pathologists). Run in this folder:
#   Rscript classes-binary.R > classes-binary.json
library(e1071)
n <- function(x) paste0("[", paste(sprintf("%.17g", x), collapse = ","), "]")
carcinoma <- c("0000000"=34,"0000100"=2,"0100000"=6,"0100001"=1,"0100100"=4,"0100101"=5,"1000000"=2,"1010101"=1,
  "1100000"=2,"1100001"=1,"1100100"=2,"1100101"=7,"1100111"=1,"1101001"=1,"1101101"=2,"1101111"=3,"1110101"=13,
  "1110111"=5,"1111101"=10,"1111111"=16)
spread <- function(counts) matrix(as.integer(unlist(strsplit(rep(names(counts), counts), ""))), ncol = nchar(names(counts)[1]), byrow = TRUE)
draw <- function(seed, size, share, p) {
  set.seed(seed); member <- sample(length(share), size, TRUE, share)
  matrix(rbinom(size * ncol(p), 1, p[member, ]), ncol = ncol(p))
}
two <- draw(3, 400, c(.65, .35), rbind(c(.9, .8, .3, .15, .6), c(.2, .35, .75, .7, .1)))
three <- draw(4, 1500, c(.5, .3, .2), rbind(c(.9, .85, .8, .15, .6, .7, .9), c(.2, .35, .75, .8, .1, .3, .2), c(.6, .1, .15, .2, .9, .2, .6)))
# lca loses itself where a probability comes to 1, as all carcinoma runs do: those stand in the JSON as
# answers only, for the figures that poLCA prints.
# Its own logl is NaN where a pattern that nobody gave has probability 0, so it is computed from its
# class sizes and probabilities.
loglik <- function(x, run) sum(log(rowSums(sapply(seq_along(run$classprob), function(j)
  run$classprob[j] * exp(rowSums(log(t(ifelse(t(x) == 1, run$p[j, ], 1 - run$p[j, ])))))))))
one <- function(x, k) {
  runs <- lapply(1:12, function(seed) { set.seed(seed); lca(x, k, niter = 6000) })
  logl <- suppressWarnings(sapply(runs, function(run) loglik(x, run)))
  run <- runs[[which.max(logl)]]; order <- order(-run$classprob)
  paste0('{"k":', k, ',"logLikelihood":', sprintf("%.17g", max(logl)), ',"parameters":', run$np,
    ',"sizes":', n(run$classprob[order]), ',"yes":[', paste(apply(run$p[order, , drop = FALSE], 1, n), collapse = ","), "]}")
}
data <- function(x, ks) paste0('{"answers":[', paste(apply(x, 1, function(row) paste0("[", paste(row, collapse = ","), "]")), collapse = ","),
  '],"results":[', paste(sapply(ks, function(k) one(x, k)), collapse = ","), "]}")
cat('{"carcinoma":', data(spread(carcinoma), integer()), ',"two":', data(two, 2), ',"three":', data(three, 2:3), "}\n", sep = "")
