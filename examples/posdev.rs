#![allow(missing_docs)]
use postil::*;
fn main() {
    let f = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let (mut n, mut ok) = (0, 0);
    let mut conf = std::collections::HashMap::new();
    let show = std::env::args().nth(2);
    for s in f.split("\n\n") {
        let mut raw = String::new();
        let mut gold = vec![];
        for l in s.lines() {
            if l.starts_with('#') {
                continue;
            }
            let c: Vec<_> = l.split('\t').collect();
            if c.len() < 10 || c[0].parse::<u32>().is_err() {
                continue;
            }
            let st = raw.len() as u32;
            raw.push_str(c[1]);
            gold.push((st, raw.len() as u32, c[3].to_string(), c[1].to_string()));
            if !c[9].contains("SpaceAfter=No") {
                raw.push(' ');
            }
        }
        let t = text::read(&raw, &Given::default());
        let g = tag::tag(&t);
        let m: std::collections::HashMap<_, _> =
            t.tokens.iter().enumerate().map(|(i, k)| ((k.span.start, k.span.end), g.pos(i).name())).collect();
        for (a, b, p, w) in gold {
            if let Some(q) = m.get(&(a, b)) {
                n += 1;
                if *q == p {
                    ok += 1
                } else {
                    *conf.entry((p.clone(), q.to_string())).or_insert(0) += 1;
                    if let Some(x) = &show
                        && format!("{p}>{q}") == *x
                    {
                        println!("{w}\t{raw}")
                    }
                }
            }
        }
    }
    println!("{ok}/{n} {:.4}", ok as f64 / n as f64);
    let mut v: Vec<_> = conf.into_iter().collect();
    v.sort_by_key(|x| -x.1);
    if show.is_none() {
        for x in v.iter().take(25) {
            println!("{:?}", x)
        }
    }
}
