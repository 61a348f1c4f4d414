# Change between two waves on a synthetic panel, as R computes it (survey, psych). Run in this folder:
#   Rscript change.R > change.json
suppressPackageStartupMessages({library(survey); library(psych); library(jsonlite)})
options(digits = 17, survey.lonely.psu = "adjust")
set.seed(20261122)
states <- c("a", "b", "c", "d")
psus <- expand.grid(k = 1:7, stratum = 1:4); psus$psu <- seq_len(nrow(psus))
people <- do.call(rbind, lapply(seq_len(nrow(psus)), function(i) {
  n <- sample(7:14, 1)
  data.frame(stratum = psus$stratum[i], psu = psus$psu[i], lift = rnorm(1, 0, .5), n = n)[rep(1, n), ]
}))
people$id <- seq_len(nrow(people)); people$fpc <- c(20, 35, 14, 60)[people$stratum]
people$w <- round(exp(rnorm(nrow(people), 1 + .3 * people$stratum, .5)), 4)
people$w[sample(nrow(people), 4)] <- 0
latent <- people$lift + rnorm(nrow(people))
cutting <- function(x) states[findInterval(x, c(-.7, .2, 1)) + 1]
people$group <- sample(c("x", "y"), nrow(people), TRUE)
people$s1 <- cutting(latent); people$s2 <- cutting(latent + rnorm(nrow(people), .25, .7))
people$s1[sample(nrow(people), 8)] <- NA; people$s2[sample(nrow(people), 9)] <- NA
gone <- sample(nrow(people), 40); fresh <- sample(setdiff(seq_len(nrow(people)), gone), 35)
people$w2 <- round(people$w * exp(rnorm(nrow(people), 0, .2)), 4)
in1 <- !(people$id %in% fresh); in2 <- !(people$id %in% gone)
one <- people[in1, ]; two <- people[in2, ]
long <- rbind(
  data.frame(id = one$id, wave = 1, stratum = one$stratum, psu = one$psu, fpc = one$fpc, weight = one$w, state = one$s1, group = one$group),
  data.frame(id = two$id, wave = 2, stratum = two$stratum, psu = two$psu, fpc = two$fpc, weight = two$w2, state = two$s2, group = two$group))
wald <- function(d, V, df) { W <- as.numeric(t(d) %*% solve(V) %*% d); q <- length(d)
  F <- W * (df - q + 1) / (q * df); c(F, q, df - q + 1, pf(F, q, df - q + 1, lower.tail = FALSE)) }
diffs <- function(est, se, df) { t <- est / se; h <- qt(.975, df) * se
  list(difference = est, se = se, low = est - h, high = est + h, p = 2 * pt(abs(t), df, lower.tail = FALSE)) }

one$member <- one$id %in% two$id & !is.na(one$s1) & !is.na(people$s2[one$id]) & one$w > 0
one$t2 <- people$s2[one$id]
for (s in states) { one[[paste0("f", s)]] <- as.numeric(one$s1 == s); one[[paste0("y", s)]] <- (one$t2 == s) - (one$s1 == s) }
one$rank1 <- match(one$s1, states); one$rank2 <- match(one$t2, states)
one$up <- as.numeric(one$rank2 > one$rank1); one$down <- as.numeric(one$rank2 < one$rank1); one$ud <- one$up - one$down
panel <- function(design, extra = TRUE) {
  d <- subset(design, member); df <- degf(d); m <- svymean(~ya + yb + yc + yd, d)
  out <- list(df = df, net = lapply(1:4, function(k) diffs(coef(m)[[k]], SE(m)[[k]], df)), marginal = wald(coef(m)[1:3], vcov(m)[1:3, 1:3], df))
  pr <- list(); names <- c()
  v <- d$variables; pairs <- combn(4, 2); use <- c()
  for (k in seq_len(ncol(pairs))) { i <- pairs[1, k]; j <- pairs[2, k]
    z <- (design$variables$rank1 == i & design$variables$rank2 == j) - (design$variables$rank1 == j & design$variables$rank2 == i)
    design$variables[[paste0("z", k)]] <- as.numeric(z)
    if (any((v$rank1 == i & v$rank2 == j) | (v$rank1 == j & v$rank2 == i))) use <- c(use, paste0("z", k)) }
  d <- subset(design, member); zs <- svymean(as.formula(paste("~", paste(use, collapse = "+"))), d)
  out$symmetry <- wald(coef(zs), vcov(zs), df)
  if (extra) {
    g <- svymean(~up + down + ud, d); out$upDown <- c(coef(g), SE(g))
    ci <- svyciprop(~up, d, method = "logit"); out$upInterval <- as.numeric(attr(ci, "ci"))
    out$rows <- do.call(c, lapply(states, function(s) { r <- subset(d, s1 == s)
      lapply(states, function(u) { if (sum(r$variables$t2 == u) == 0) return(c(0, NA, NA, NA))
        r2 <- update(r, y = as.numeric(t2 == u)); c <- svyciprop(~y, r2, method = "logit")
        m <- svymean(~y, r2); c(coef(m)[[1]], SE(m)[[1]], as.numeric(attr(c, "ci"))) }) }))
    tab <- as.matrix(xtabs(w ~ factor(s1, states) + factor(t2, states), one[one$member, ]))
    out$table <- unclass(tab); k <- cohen.kappa(tab); out$kappa <- c(k$kappa, k$weighted.kappa)
    # The same by linearised influences of the two kappas.
    W <- sum(tab); P <- tab / W; r <- rowSums(P); cc <- colSums(P)
    for (type in c("none", "quadratic")) { C <- if (type == "none") 1 - diag(4) else outer(1:4, 1:4, function(i, j) (i - j)^2)
      D <- sum(C * P); E <- sum(C * outer(r, cc)); rc <- as.numeric(C %*% cc); cr <- as.numeric(r %*% C)
      x <- ifelse(design$variables$member, 0, 0); mem <- which(design$variables$member)
      i <- design$variables$rank1[mem]; j <- design$variables$rank2[mem]
      x[mem] <- -((C[cbind(i, j)] - D) * E - D * (rc[i] + cr[j] - 2 * E)) / E^2 / W
      design$variables[[paste0("k", type)]] <- x }
    tot <- svytotal(~knone + kquadratic, design); out$kappaSe <- as.numeric(SE(tot))
  }
  out
}
cross <- function(data, ids, strata, fpc = NULL) {
  des <- svydesign(ids = ids, strata = strata, weights = ~weight, fpc = fpc, data = data)
  d <- subset(des, !is.na(state) & weight > 0); df <- degf(d)
  d <- update(d, state = factor(state, states), wave = factor(wave))
  for (s in states) d$variables[[paste0("s", s)]] <- as.numeric(d$variables$state == s)
  m <- svyby(~sa + sb + sc + sd, ~wave, d, svymean, covmat = TRUE)
  est <- coef(m); V <- vcov(m); n <- names(est)
  L <- t(sapply(states, function(s) as.numeric(n == paste0("2:s", s)) - as.numeric(n == paste0("1:s", s))))
  delta <- as.numeric(L %*% est); VV <- L %*% V %*% t(L)
  first <- svycontrast(m, setNames(list(setNames(c(-1, 1), c("1:sa", "2:sa"))), "a"))
  stopifnot(abs(coef(first) - delta[1]) < 1e-12)
  w1 <- subset(d, wave == "1"); c1 <- svyciprop(~sb, w1, method = "logit")
  list(df = df, net = lapply(1:4, function(k) diffs(delta[k], sqrt(VV[k, k]), df)), test = wald(delta[1:3], VV[1:3, 1:3], df),
       firstB = c(coef(svymean(~sb, w1))[[1]], SE(svymean(~sb, w1))[[1]], as.numeric(attr(c1, "ci"))))
}
positive <- one[one$w > 0, ]; lp <- long[long$weight > 0, ]
lpx <- lp; lpx$hs <- interaction(lpx$wave, lpx$stratum)
full <- svydesign(ids = ~psu, strata = ~stratum, weights = ~w, fpc = ~fpc, data = positive)
weightsOnly <- svydesign(ids = ~1, weights = ~w, data = positive)
plainTab <- table(factor(positive$s1, states), factor(positive$t2, states), useNA = "no", dnn = NULL)
mem <- one[one$id %in% two$id & !is.na(one$s1) & !is.na(one$t2), ]
counts <- table(factor(mem$s1, states), factor(mem$t2, states))
stuart <- function(x) { n <- nrow(x); d <- (rowSums(x) - colSums(x))[-n]; V <- -(x + t(x)); diag(V) <- rowSums(x) + colSums(x) - 2 * diag(x)
  s <- as.numeric(t(d) %*% solve(V[-n, -n]) %*% d); c(s, n - 1, pchisq(s, n - 1, lower.tail = FALSE)) }
bow <- function(x) { b <- mcnemar.test(x, correct = FALSE); c(b$statistic[[1]], b$parameter[[1]], b$p.value) }
T <- matrix(c(120,40,10,5,20,90,30,10,5,15,80,25,0,5,10,60), 4, byrow = TRUE)
K <- function(x) { k <- cohen.kappa(x); c(k$kappa, k$weighted.kappa) }
tables <- c(list(T), lapply(1:6, function(i) matrix(sample(1:40, 9, TRUE), 3)))
twos <- lapply(1:5, function(i) matrix(sample(1:25, 4, TRUE), 2))
out <- list(states = states,
  data = list(id = long$id, wave = long$wave, stratum = long$stratum, psu = long$psu, fpc = long$fpc, weight = long$weight,
    state = ifelse(is.na(long$state), "", long$state), group = long$group),
  panel = panel(full), panelWeightsOnly = panel(weightsOnly, FALSE),
  panelX = panel(subset(full, group == "x"), FALSE),
  cross = cross(lp, ~psu, ~stratum, ~fpc), crossIds = cross(lp, ~id, ~stratum), crossIndependent = cross(lpx, ~1, ~hs),
  plain = list(counts = unclass(counts), stuart = stuart(counts), bowker = bow(counts), kappa = K(counts)),
  tables = lapply(tables, function(x) list(table = x, stuart = stuart(x), bowker = if (any((x + t(x))[upper.tri(x)] == 0)) NA else bow(x), kappa = K(x))),
  twos = lapply(twos, function(x) list(table = x, mcnemar = bow(x), exact = binom.test(x[1, 2], x[1, 2] + x[2, 1])$p.value)))
cat(toJSON(out, digits = NA, auto_unbox = TRUE, na = "null"))
