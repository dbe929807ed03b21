//! Work that two processors share.

use std::panic::resume_unwind;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` makes of each task, in the order of the tasks. Whichever of two
/// threads is free takes the next one, so that the tasks need not be alike.
pub fn map<T: Sync, R: Send>(tasks: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let share = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            match tasks.get(at) {
                Some(task) => done.push((at, work(task))),
                None => return done,
            }
        }
    };
    let mut done = thread::scope(|scope| {
        // Where the system has no thread to give, this one does it all.
        let spawn = || thread::Builder::new().spawn_scoped(scope, share).ok();
        let other = (tasks.len() > 1).then(spawn).flatten();
        let mut done = share();
        if let Some(other) = other {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// What both make, the other on another thread where the system has one to give.
pub fn join<A, B: Send>(own: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    let waiting = Mutex::new(Some(other));
    let take = || waiting.lock().ok()?.take();
    thread::scope(|scope| {
        let spawned = thread::Builder::new().spawn_scoped(scope, || take().map(|other| other()));
        let own = own();
        let made = spawned.ok().and_then(|thread| match thread.join() {
            Ok(made) => made,
            Err(panic) => resume_unwind(panic),
        });
        let made = made.or_else(|| take().map(|other| other()));
        (own, made.expect("one of the two threads has taken it"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_keep_the_order_of_their_tasks() {
        for count in [0, 1, 2, 1000] {
            let tasks: Vec<usize> = (0..count).collect();
            let expected: Vec<usize> = tasks.iter().map(|task| task * 2).collect();
            assert_eq!(map(&tasks, |task| task * 2), expected);
        }
    }

    #[test]
    fn both_are_made() {
        assert_eq!(join(|| 1, || "two"), (1, "two"));
    }

    #[test]
    #[should_panic(expected = "the other")]
    fn a_panic_of_the_other_is_passed_on() {
        join(|| (), || panic!("the other"));
    }

    #[test]
    #[should_panic(expected = "task 7")]
    fn a_panic_is_that_of_its_task() {
        map(&(0..20).collect::<Vec<_>>(), |task| {
            assert_ne!(*task, 7, "task {task}")
        });
    }
}
