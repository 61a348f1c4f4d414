# Quantiles and tails, as R computes them. Run in this folder:
#   Rscript distributions.R > distributions.json
options(digits=17)
n<-function(x) paste0("[",paste(sprintf("%.17g",x),collapse=","),"]")
ps<-c(1e-8,1e-3,0.025,0.2,0.3,0.499,0.5,0.6,0.9,0.975,0.99999)
cat("{\"p\":",n(ps),",\"qnorm\":",n(qnorm(ps)),",\"qt\":{")
dfs<-c(1,2,3,7.5,14,60,182.3,5000,1e6)
cat(paste(sapply(dfs,function(d) paste0("\"",d,"\":",n(qt(ps,d)))),collapse=","))
cat("},\"x\":",n(c(-8,-2,-.3,0,.01,.7,1.96,5,12,38)),",\"pnorm\":",n(pnorm(c(-8,-2,-.3,0,.01,.7,1.96,5,12,38),lower.tail=F)),",\"pt\":{")
cat(paste(sapply(dfs,function(d) paste0("\"",d,"\":",n(pt(c(-8,-2,-.3,0,.01,.7,1.96,5,12,38),d,lower.tail=F)))),collapse=","))
cat("},\"beta\":[");ab<-expand.grid(p=c(1e-4,.025,.5,.975),a=c(.3,1,15,400),b=c(.7,36,3000));cat(paste(sprintf("[%.17g,%.17g,%.17g,%.17g]",ab$p,ab$a,ab$b,qbeta(ab$p,ab$a,ab$b)),collapse=","),"]}")
